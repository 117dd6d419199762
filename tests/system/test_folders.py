"""Which folders a cloud writes in, by the names that they have on people's computers."""

from pathlib import Path

import pytest

from intervisie_cli.system.folders import cloud_of

CLOUDS = (
    ("Dropbox/groep", "Dropbox"),
    ("Dropbox (Persoonlijk)/groep", "Dropbox"),
    ("OneDrive - Hogeschool Utrecht/school/groep", "OneDrive"),
    ("onedrive/groep", "OneDrive"),
    ("Google Drive/groep", "Google Drive"),
    ("GoogleDrive/groep", "Google Drive"),
    ("Mijn Drive/groep", "Google Drive"),
    ("My Drive/groep", "Google Drive"),
    (
        "Library/CloudStorage/GoogleDrive-kim@voorbeeld.invalid/Mijn Drive/groep",
        "Google Drive",
    ),
    ("Library/Mobile Documents/com~apple~CloudDocs/groep", "iCloud Drive"),
    ("iCloudDrive/groep", "iCloud Drive"),
    ("iCloud Drive/groep", "iCloud Drive"),
    ("surfdrive/groep", "SURFdrive"),
    ("SURFdrive/groep", "SURFdrive"),
    ("Nextcloud2/groep", ""),
    ("Nextcloud/groep", "Nextcloud"),
    ("ownCloud/groep", "ownCloud"),
    ("Box/groep", "Box"),
    ("Box Sync/groep", "Box"),
    ("Library/CloudStorage/Box-Box/groep", "Box"),
    ("Proton Drive/kim/My files/groep", "Proton Drive"),
    ("ProtonDrive/groep", "Proton Drive"),
    ("pCloudDrive/groep", "pCloud"),
    ("MEGAsync/groep", "MEGA"),
    ("Library/CloudStorage/Nieuwland-kim/groep", "Nieuwland"),
    ("Documenten/groep", ""),
    ("Boxen/groep", ""),
    ("dropboxen/groep", ""),
    ("omega/groep", ""),
)


@pytest.mark.parametrize(("pad", "naam"), CLOUDS)
def test_the_cloud_of_a_folder(tmp_path: Path, pad: str, naam: str):
    assert cloud_of(tmp_path / pad) == naam
