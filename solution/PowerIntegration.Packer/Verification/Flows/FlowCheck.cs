using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Calls;
using PowerIntegration.Packer.Verification.Flows.Connections;
using PowerIntegration.Packer.Verification.Flows.Dataverse;
using PowerIntegration.Packer.Verification.Flows.Definition;
using PowerIntegration.Packer.Verification.Flows.Order;
using PowerIntegration.Packer.Verification.Flows.Reading;
using PowerIntegration.Packer.Verification.Flows.Registration;

namespace PowerIntegration.Packer.Verification.Flows;

/// <summary>Cloud flows as a closed world: every property, kind, name and value is known, or it is refused.</summary>
public static class FlowCheck
{
    /// <summary>What is wrong with the flows of all solutions, whoever published them.</summary>
    public static IEnumerable<Finding> Find(Catalogue catalogue)
    {
        DataverseModel dataverse = new(catalogue);
        ConnectorPackage[] connectors = [.. catalogue.Solutions.SelectMany(ConnectorPackage.In)];
        SourceElement[] variables = [.. catalogue.All("environmentvariabledefinitions", "/environmentvariabledefinition.xml")];
        CloudFlow[] flows = [.. catalogue.Solutions.SelectMany(CloudFlow.In)];
        return
        [
            .. RegistrationCheck.Find(catalogue),
            .. ConnectionReferenceCheck.Find(catalogue),
            .. flows.SelectMany(flow => Flow(flow, new FlowModel(flow.Flow, dataverse, connectors))),
            .. flows.SelectMany(flow => ParameterCheck.Find(flow.Flow, variables)),
            .. flows.SelectMany(flow => ChildFlowCheck.Find(flow, flows)),
        ];
    }

    private static IEnumerable<Finding> Flow(CloudFlow flow, FlowModel model) =>
        [
            .. LayoutCheck.Find(flow.Flow),
            .. FlowConnectionCheck.Find(model, flow.Solution),
            .. OrderCheck.Find(flow.Flow),
            .. CallCheck.Find(model),
            .. ExpressionCheck.Find(model),
            .. VariableUseCheck.Find(model),
        ];
}
