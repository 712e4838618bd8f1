namespace PowerIntegration.Domain.Documents;

/// <summary>What a record that was read from its source is beside the newest revision that is stored.</summary>
public enum RevisionStatus
{
    /// <summary>It has to be stored: nothing is stored yet, something that counts changed, or what was posted was reversed.</summary>
    New,

    /// <summary>The stored revision says the same.</summary>
    Same,

    /// <summary>The stored revision is of a later change: this reader was slow, and what it read is not stored over it.</summary>
    Older,
}
