namespace PowerIntegration.Sandbox.Page;

/// <summary>Where the navigation line stands.</summary>
internal enum PagePlace
{
    /// <summary>The model-driven app.</summary>
    App,

    /// <summary>The approvals of the signed-in person.</summary>
    Approvals,

    /// <summary>The chat of the signed-in person in Teams.</summary>
    Teams,
}
