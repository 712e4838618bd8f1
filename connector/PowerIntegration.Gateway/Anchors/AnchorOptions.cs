namespace PowerIntegration.Gateway.Anchors;

/// <summary>Where the chain of hashes is kept. The settings stand in the section Gateway.</summary>
public sealed class AnchorOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Gateway";

    /// <summary>
    /// File that takes the links, one a line. It must be on storage that survives the gateway, that all its instances share, and that whoever
    /// administers Dataverse cannot write.
    /// </summary>
    /// <value>Empty: nothing is anchored, and each night says so.</value>
    public string AnchorFile { get; set; } = "";
}
