using System.Text.RegularExpressions;
using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Verification.Manifests;

/// <summary>Other/Solution.xml: name, version and publisher of a solution, and the components at its root.</summary>
internal static partial class SolutionShape
{
    private static readonly ElementShape Address = Element("Address")
        .One("AddressNumber", Values.OneOf("1", "2"))
        .Exported("AddressTypeCode", Values.Whole(1, 4))
        .ExportedOrNil(
            Values.Text,
            "City",
            "County",
            "Country",
            "Fax",
            "FreightTermsCode",
            "ImportSequenceNumber",
            "Latitude",
            "Line1",
            "Line2",
            "Line3",
            "Longitude",
            "Name",
            "PostalCode",
            "PostOfficeBox",
            "PrimaryContactName"
        )
        .Exported("ShippingMethodCode", Values.Whole(1, 7))
        .ExportedOrNil(
            Values.Text,
            "StateOrProvince",
            "Telephone1",
            "Telephone2",
            "Telephone3",
            "TimeZoneRuleVersionNumber",
            "UPSZone",
            "UTCOffset",
            "UTCConversionTimeZoneCode"
        );

    private static readonly ElementShape Publisher = Element("Publisher")
        .One("UniqueName", Values.SchemaName)
        .Exported(Labels.LocalizedNames)
        .Exported(Labels.DescriptionsOrNone)
        .ExportedOrNil(new ValueRule("an e-mail address", MailPattern().IsMatch), "EMailAddress")
        .ExportedOrNil(new ValueRule("a web address that begins with https://", WebPattern().IsMatch), "SupportingWebsiteUrl")
        .One("CustomizationPrefix", new ValueRule("2 to 8 lower-case letters and digits that begin with a letter, not mscrm", IsPrefix))
        .One("CustomizationOptionValuePrefix", Values.Whole(10000, 99999))
        .Exported(Element("Addresses").ExportedMany(Address));

    private static readonly ElementShape RootComponent = Element("RootComponent")
        .With("type", Values.Whole(1, 9999))
        .WithOptional("id", Values.IdInBraces)
        .WithOptional("schemaName", Values.Text)
        .WithOptional("parentId", Values.IdInBraces)
        .With("behavior", Values.OneOf("0", "1", "2"));

    /// <summary>Other/Solution.xml.</summary>
    public static ElementShape Root { get; } =
        Element("ImportExportXml")
            .With("version", Values.FullVersion)
            .WithExported("SolutionPackageVersion", Values.Version)
            .WithExported("languagecode", Values.Language)
            .WithExported("generatedBy", Values.OneOf("CrmLive", "OnPremises"))
            .WithOptional("OrganizationVersion", Values.FullVersion)
            .WithOptional("OrganizationSchemaType", Values.Text)
            .WithOptional("CRMServerServiceabilityVersion", Values.FullVersion)
            .One(
                Element("SolutionManifest")
                    .One("UniqueName", Values.SchemaName)
                    .Exported(Labels.LocalizedNames)
                    .Exported(Labels.Descriptions)
                    .One("Version", Values.FullVersion)
                    .One("Managed", Values.OneOf("0", "1", "2"))
                    .One(Publisher)
                    .One(Element("RootComponents").Many(RootComponent))
                    .One(Element("MissingDependencies").Many(Open("MissingDependency")))
            );

    private static bool IsPrefix(string text) => PrefixPattern().IsMatch(text) && !text.StartsWith("mscrm", StringComparison.Ordinal);

    [GeneratedRegex(@"^[a-z][a-z0-9]{1,7}\z")]
    private static partial Regex PrefixPattern();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+\z")]
    private static partial Regex MailPattern();

    [GeneratedRegex(@"^https?://[^\s/]+\.[^\s]+\z")]
    private static partial Regex WebPattern();
}
