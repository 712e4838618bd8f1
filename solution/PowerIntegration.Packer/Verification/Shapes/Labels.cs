namespace PowerIntegration.Packer.Verification.Shapes;

/// <summary>Texts for people, one for each language.</summary>
internal static class Labels
{
    /// <summary>Descriptions of which each may be empty.</summary>
    public static ElementShape Descriptions { get; } =
        ElementShape
            .Element("Descriptions")
            .ExportedMany(ElementShape.Element("Description").With("description", Values.AnyText).With("languagecode", Values.Language));

    /// <summary>Descriptions that a solution or a publisher may leave out.</summary>
    public static ElementShape DescriptionsOrNone { get; } =
        ElementShape
            .Element("Descriptions")
            .Many(ElementShape.Element("Description").With("description", Values.AnyText).With("languagecode", Values.Language));

    /// <summary>Names of a component.</summary>
    public static ElementShape LocalizedNames { get; } = Named("LocalizedNames", "LocalizedName");

    /// <summary>Names of a column, a key or a choice.</summary>
    public static ElementShape DisplayNames { get; } = Named("displaynames", "displayname");

    /// <summary>Names of an option.</summary>
    public static ElementShape OfOption { get; } = Named("labels", "label");

    /// <summary>A text with a default and a label for each language, as custom APIs and environment variables write it.</summary>
    public static ElementShape WithDefault(string name, ValueRule value) =>
        ElementShape
            .Element(name)
            .With("default", value)
            .ExportedMany(ElementShape.Element("label").With("description", value).With("languagecode", Values.Language));

    /// <summary>A wrapper of at least one name.</summary>
    public static ElementShape Named(string wrapper, string label) =>
        ElementShape
            .Element(wrapper)
            .OneOrMore(ElementShape.Element(label).With("description", Values.Text.OrEmptyInExports()).With("languagecode", Values.Language));
}
