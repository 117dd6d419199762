"""What a draaiboek, a sessie and a vraag are: frozen values, without IO and without a clock."""
