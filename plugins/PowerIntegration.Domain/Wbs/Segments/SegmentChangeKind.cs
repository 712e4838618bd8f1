namespace PowerIntegration.Domain.Wbs.Segments;

/// <summary>What is done with an item.</summary>
public enum SegmentChangeKind
{
    /// <summary>It is made.</summary>
    Create,

    /// <summary>It gets the name of its task.</summary>
    Rename,

    /// <summary>It becomes active again, with the name of its task.</summary>
    Activate,

    /// <summary>It becomes inactive.</summary>
    Deactivate,
}
