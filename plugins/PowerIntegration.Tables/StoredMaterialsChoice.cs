namespace PowerIntegration.Tables;

/// <summary>Values of the choice <c>pint_storedmaterials</c>.</summary>
public static class StoredMaterialsChoice
{
    /// <summary>Manual.</summary>
    public const int Manual = 723100000;

    /// <summary>Auto-move.</summary>
    public const int AutoMove = 723100001;
}
