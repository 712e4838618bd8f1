using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Platform;
using PowerIntegration.Packer.Verification.Flows.Reading;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Flows.Connections;

/// <summary>
/// A connection reference points at a connector that is known: Dataverse, Approvals, Teams, or a custom connector of these solutions.
/// </summary>
internal static class ConnectionReferenceCheck
{
    /// <summary>What is wrong in all solutions.</summary>
    public static IEnumerable<Finding> Find(Catalogue catalogue)
    {
        ConnectorPackage[] connectors = [.. catalogue.Solutions.SelectMany(ConnectorPackage.In)];
        return
        [
            .. catalogue.Solutions.SelectMany(Layout),
            .. from solution in catalogue.Solutions
            from reference in ConnectionReferences.In(solution)
            from sentence in Target(connectors, reference)
            select Says(reference, sentence),
            .. catalogue
                .Solutions.SelectMany(ConnectionReferences.In)
                .GroupBy(ConnectionReferences.NameOf)
                .Where(group => group.Count() > 1)
                .Select(group => Says(group.Last(), "The connection reference is declared twice. Remove one.")),
        ];
    }

    private static IEnumerable<Finding> Layout(UnpackedSolution solution) =>
        solution
            .Customizations.Below("connectionreferences")
            .SelectMany(list => ShapeCheck.Find(list, ConnectionReferenceShape.List, solution.IsOwn));

    private static IEnumerable<string> Target(IReadOnlyList<ConnectorPackage> connectors, SourceElement reference)
    {
        string api = ConnectionReferences.ApiOf(reference);
        string? custom = ConnectionReferences.CustomConnectorOf(reference);
        ConnectorPackage? byName = connectors.FirstOrDefault(connector => connector.HasApiName(api));
        if (byName is null && api != FlowModel.DataverseApi && PlatformConnector.Find(api) is null)
        {
            yield return $"connectorid is '{reference.Text("connectorid")}', "
                + "neither Dataverse, Approvals, Teams nor a connector of these solutions. Correct it.";
        }
        else if (byName is null && custom is not null)
        {
            yield return $"customconnectorid names the custom connector {custom}, and {api} is none. Remove the element.";
        }
        else if (byName is not null && custom is null)
        {
            yield return $"customconnectorid is missing, and the API name of {byName.Name} differs in each environment. "
                + $"Add it with the connectorid {byName.Id}.";
        }
        else if (byName is not null && connectors.All(connector => connector.Id != custom))
        {
            yield return $"The custom connector {custom} is in none of the solutions. Write {byName.Id}, the id of {byName.Name}.";
        }
        else if (byName is not null && byName.Id != custom)
        {
            yield return $"connectorid points at {byName.Name} and customconnectorid at another connector, {custom}. Make them agree.";
        }
    }

    private static Finding Says(SourceElement reference, string sentence) =>
        reference.Says($"connectionreference[{ConnectionReferences.NameOf(reference)}]", sentence);
}
