namespace PowerIntegration.Plugins.Tables;

/// <summary>Values of the choice <c>pint_storedmaterials</c>.</summary>
internal static class StoredMaterialsChoice
{
    /// <summary>Manual.</summary>
    public const int Manual = 723100000;

    /// <summary>Auto-move.</summary>
    public const int AutoMove = 723100001;
}
