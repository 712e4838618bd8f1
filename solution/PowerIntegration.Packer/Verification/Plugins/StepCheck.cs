using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Plugins;

/// <summary>Steps: shape, a registered type, a known message, a table and columns that exist.</summary>
internal static class StepCheck
{
    private const string Asynchronous = "1";
    private const string PostOperation = "40";

    // What makes two steps the same.
    private static readonly string[] Registered = ["PluginTypeId", "SdkMessageId", "PrimaryEntity", "Stage", "Configuration"];

    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        [
            .. catalogue.Solutions.SelectMany(solution => StepsOf(solution).SelectMany(step => Find(catalogue, step, solution.IsOwn))),
            .. Repeated(catalogue),
        ];

    private static IEnumerable<SourceElement> StepsOf(UnpackedSolution solution) => solution.XmlIn("SdkMessageProcessingSteps", ".xml");

    private static IEnumerable<Finding> Find(Catalogue catalogue, SourceElement step, bool isOwn) =>
        [
            .. ShapeCheck.Find(step, StepShape.Step, isOwn),
            .. Registration(catalogue, step),
            .. Execution(step),
            .. isOwn ? OwnRules(step) : [],
            .. Columns(catalogue, step, isOwn),
            .. StepImageCheck.Find(step),
        ];

    private static IEnumerable<Finding> Registration(Catalogue catalogue, SourceElement step)
    {
        SourceElement? type = catalogue.PluginTypes.FirstOrDefault(type => type.Attribute("PluginTypeId") == step.Text("PluginTypeId"));
        if (type is null || type.Attribute("AssemblyQualifiedName") != step.Text("PluginTypeName"))
        {
            yield return step.Says(
                $"No assembly registers the type '{step.Text("PluginTypeName")}' under the id '{step.Text("PluginTypeId")}'. "
                    + "Copy both from the PluginType of the assembly."
            );
        }

        if (StepMessages.Of(step) is null)
        {
            yield return step.Says(
                $"The message id '{step.Text("SdkMessageId")}' is not supported here. "
                    + $"Write the id of {string.Join(", ", StepMessages.All.Values.Order())}."
            );
        }

        if (step.File != $"SdkMessageProcessingSteps/{step.Attribute("SdkMessageProcessingStepId")}.xml")
        {
            yield return step.Says("The file is named after the id of the step, in braces. Rename the file or correct SdkMessageProcessingStepId.");
        }
    }

    private static IEnumerable<Finding> Execution(SourceElement step)
    {
        bool isAsynchronous = step.Text("Mode") == Asynchronous;
        if (isAsynchronous && step.Text("Stage") != PostOperation)
        {
            yield return step.Says($"An asynchronous step runs at stage {PostOperation} only. Write that stage, or Mode 0.");
        }

        if (!isAsynchronous && step.Text("AsyncAutoDelete") == "1")
        {
            yield return step.Says("AsyncAutoDelete is for asynchronous steps. Write 0.");
        }
    }

    private static IEnumerable<Finding> OwnRules(SourceElement step)
    {
        if (step.Text("Mode") == Asynchronous)
        {
            yield return step.Says("The step is asynchronous, and a rule that runs later cannot refuse anything. Write Mode 0.");
        }

        if (step.Text("SupportedDeployment") != "0")
        {
            yield return step.Says(
                $"SupportedDeployment is {step.Text("SupportedDeployment")}, and the rule would not run on the server. Write 0, server only."
            );
        }

        if (step.Child("ImpersonatingUserIdName") is not null)
        {
            yield return step.Says("A user is found by full name in each environment, which is not reliable. Remove ImpersonatingUserIdName.");
        }

        string expected = $"{step.Text("PluginTypeName").Split(',')[0]}: {StepMessages.Of(step)} of {step.Text("PrimaryEntity")}";
        if (step.Attribute("Name") != expected)
        {
            yield return step.Says($"The name of a step says its type, message and table. Name it '{expected}'.");
        }
    }

    // What other publishers register steps on may be a table of the platform.
    private static IEnumerable<Finding> Columns(Catalogue catalogue, SourceElement step, bool isOwn)
    {
        bool isFiltered = step.Child("FilteringAttributes") is not null;
        if (isFiltered && StepMessages.Of(step) != "Update")
        {
            yield return step.Says("Only a step on Update has filtering columns. Remove FilteringAttributes.");
        }

        if (isOwn && !isFiltered && StepMessages.Of(step) == "Update")
        {
            yield return step.Says("The step runs on every update of the table. List the columns that matter in FilteringAttributes.");
        }

        if (catalogue.Table(step.Text("PrimaryEntity")) is not { } table)
        {
            if (isOwn)
            {
                yield return step.Says($"The table '{step.Text("PrimaryEntity")}' does not exist. Name a table of the solutions in PrimaryEntity.");
            }

            yield break;
        }

        foreach (
            SourceElement list in step.Below("FilteringAttributes")
                .Concat(step.Below("SdkMessageProcessingStepImages", "SdkMessageProcessingStepImage", "Attributes"))
        )
        {
            foreach (Finding finding in List(table, list))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<Finding> List(TableSource table, SourceElement list)
    {
        string[] columns = list.Element.Value.Split(',');
        return
        [
            .. columns
                .Where(column => !table.Has(column))
                .Select(column => list.Says($"The column '{column}' does not exist in {table.LogicalName}. Name a column of the table.")),
            .. columns
                .GroupBy(column => column)
                .Where(group => group.Count() > 1)
                .Select(group => list.Says($"The column '{group.Key}' is listed twice. Remove one.")),
        ];
    }

    private static IEnumerable<Finding> Repeated(Catalogue catalogue) =>
        catalogue
            .Solutions.SelectMany(StepsOf)
            .Repeated(step => string.Join('|', Registered.Select(step.Text)))
            .Select(step => step.Says("Another step runs the same type on the same message, table and stage. Remove one."));
}
