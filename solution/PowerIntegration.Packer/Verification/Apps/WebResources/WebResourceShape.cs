using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Verification.Apps.WebResources;

/// <summary>What the metadata of a web resource look like.</summary>
internal static class WebResourceShape
{
    /// <summary>The element WebResource.</summary>
    public static ElementShape WebResource { get; } =
        Element("WebResource")
            .WithOptional("unmodified", Values.Flag)
            .One("WebResourceId", Values.IdInBraces)
            .One("Name", Values.Text)
            .One("DisplayName", Values.Text)
            .Optional("Description", Values.AnyText)
            .Optional("LanguageCode", Values.Language)
            .One("WebResourceType", Values.OneOf("1", "2", "3", "4", "5", "6", "7", "9", "10", "11", "12"))
            .Optional("DependencyXml", Values.AnyText)
            .Optional("IntroducedVersion", Values.Version)
            .Optional("IsEnabledForMobileClient", Values.Flag)
            .Optional("IsAvailableForMobileOffline", Values.Flag)
            .Optional("IsCustomizable", Values.Flag)
            .Optional("CanBeDeleted", Values.Flag)
            .Optional("IsHidden", Values.Flag)
            .One("FileName", Values.Text);
}
