"""What leaves the group: what goes out, and where it is put."""
