namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>What deleting the referenced row does to the rows that point to it.</summary>
internal enum DeleteBehavior
{
    /// <summary>The delete is refused while a row points to it.</summary>
    Restrict,

    /// <summary>The pointers are emptied.</summary>
    RemoveLink,

    /// <summary>The pointing rows are deleted, with their plug-ins.</summary>
    Cascade,

    /// <summary>Nothing; only for the platform's own relationships.</summary>
    NoCascade,
}
