namespace PowerIntegration.Local.Approvals;

/// <summary>What an approval is created from.</summary>
public sealed record ApprovalInput
{
    /// <summary>When it is complete.</summary>
    public required ApprovalKind Kind { get; init; }

    /// <summary>Its title, at most 2,048 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Addresses of the people asked, separated by semicolons.</summary>
    public required string AssignedTo { get; init; }

    /// <summary>What the people asked read, in Markdown, at most 32,768 characters.</summary>
    public string? Details { get; init; }

    /// <summary>A link to what is approved.</summary>
    public string? ItemLink { get; init; }

    /// <summary>The words of the link.</summary>
    public string? ItemLinkDescription { get; init; }

    /// <summary>Address of the one person on whose behalf it is asked.</summary>
    public string? Requestor { get; init; }

    /// <summary>Whether a person asked may give the request to another.</summary>
    /// <value>True.</value>
    public bool EnableReassignment { get; init; } = true;
}
