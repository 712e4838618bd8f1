using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Security;

namespace PowerIntegration.Packer.Verification.Manifests;

/// <summary>Every id is a GUID and belongs to one component only.</summary>
internal static class IdentifierCheck
{
    public static IEnumerable<Finding> Find(Catalogue catalogue)
    {
        Identifier[] identifiers = [.. All(catalogue)];
        return
        [
            .. identifiers
                .Where(identifier => !Guid.TryParse(identifier.Text, out _))
                .Select(identifier => new Finding(identifier.File, identifier.Element, $"The id '{identifier.Text}' is not a GUID. Write one.")),
            .. identifiers
                .Where(identifier => Guid.TryParse(identifier.Text, out _))
                .GroupBy(identifier => Guid.Parse(identifier.Text))
                .SelectMany(Repeated),
        ];
    }

    private static IEnumerable<Finding> Repeated(IGrouping<Guid, Identifier> group) =>
        group
            .Skip(1)
            .Select(identifier => new Finding(
                identifier.File,
                identifier.Element,
                $"The id {group.Key} is taken by {group.First().Element} in {group.First().File}. Give each component an id of its own."
            ));

    private static IEnumerable<Identifier> All(Catalogue catalogue) =>
        [
            .. From(catalogue.All("Roles", ".xml"), "Role", role => role.Attribute("id")),
            .. From(catalogue.All("Workflows", ".data.xml"), "Workflow", flow => flow.Attribute("WorkflowId")),
            .. From(catalogue.All("PluginAssemblies", ".dll.data.xml"), "PluginAssembly", assembly => assembly.Attribute("PluginAssemblyId")),
            .. From(catalogue.PluginTypes, "PluginType", type => type.Attribute("PluginTypeId")),
            .. From(
                catalogue.All("SdkMessageProcessingSteps", ".xml"),
                "SdkMessageProcessingStep",
                step => step.Attribute("SdkMessageProcessingStepId")
            ),
            .. From(
                catalogue
                    .All("SdkMessageProcessingSteps", ".xml")
                    .SelectMany(step => step.Element.Descendants("SdkMessageProcessingStepImage").Select(step.At)),
                "SdkMessageProcessingStepImage",
                image => image.Text("SdkMessageProcessingStepImageId")
            ),
            .. From(
                catalogue.Solutions.SelectMany(FieldSecurityCheck.ProfilesOf),
                "FieldSecurityProfile",
                profile => profile.Attribute("fieldsecurityprofileid")
            ),
            .. From(catalogue.All("Connectors", ".xml"), "Connector", connector => connector.Text("connectorid")),
        ];

    private static IEnumerable<Identifier> From(IEnumerable<SourceElement> sources, string kind, Func<SourceElement, string> id) =>
        sources.Select(source => new Identifier(source.File, kind, id(source)));

    private sealed record Identifier(string File, string Element, string Text);
}
