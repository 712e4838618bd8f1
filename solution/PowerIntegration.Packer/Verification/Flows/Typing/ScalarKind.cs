namespace PowerIntegration.Packer.Verification.Flows.Typing;

/// <summary>What a single value is.</summary>
internal enum ScalarKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A text that is a GUID.</summary>
    Id,

    /// <summary>A text that is a date.</summary>
    Date,

    /// <summary>A text that is a point in time.</summary>
    Moment,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Flag,
}
