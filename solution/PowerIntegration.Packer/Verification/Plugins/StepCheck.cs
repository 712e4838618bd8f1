using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Plugins;

/// <summary>Steps name a registered type, a known message, a table of ours and columns that it has.</summary>
internal static class StepCheck
{
    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        catalogue.All("SdkMessageProcessingSteps", ".xml").SelectMany(step => Find(catalogue, step));

    private static IEnumerable<Finding> Find(Catalogue catalogue, SourceElement step) =>
        [.. Registration(catalogue, step), .. Values(step), .. Columns(catalogue, step), .. Images(step)];

    private static IEnumerable<Finding> Registration(Catalogue catalogue, SourceElement step)
    {
        SourceElement? type = catalogue.PluginTypes.FirstOrDefault(type => type.Attribute("PluginTypeId") == step.Text("PluginTypeId"));
        if (type is null || type.Attribute("AssemblyQualifiedName") != step.Text("PluginTypeName"))
        {
            yield return step.Says(
                step.Attribute("Name"),
                $"No assembly registers the type {step.Text("PluginTypeName")} under the id {step.Text("PluginTypeId")}."
            );
        }

        if (StepMessages.Of(step) is null)
        {
            yield return step.Says(
                step.Attribute("Name"),
                $"The message id {step.Text("SdkMessageId")} is not known here. Write the id of {string.Join(", ", StepMessages.All.Values.Order())}."
            );
        }

        if (step.File != $"SdkMessageProcessingSteps/{step.Attribute("SdkMessageProcessingStepId")}.xml")
        {
            yield return step.Says(step.Attribute("Name"), "The file is named after the id of the step, in braces.");
        }
    }

    private static IEnumerable<Finding> Values(SourceElement step)
    {
        if (step.Text("EventHandlerTypeCode") != "4602")
        {
            yield return step.Says(step.Attribute("Name"), "EventHandlerTypeCode must be 4602, a plug-in type; import fails without it.");
        }

        if (step.Text("Mode") != "0" || step.Text("Stage") is not ("10" or "20" or "40"))
        {
            yield return step.Says(
                step.Attribute("Name"),
                $"Mode {step.Text("Mode")} at stage {step.Text("Stage")} is not a synchronous step of stage 10, 20 or 40."
            );
        }

        foreach (
            string empty in step
                .Element.Elements()
                .Where(child => !child.HasElements && child.Value.Length == 0)
                .Select(child => child.Name.LocalName)
        )
        {
            yield return step.Says(step.Attribute("Name"), $"The element {empty} is empty. Leave an optional element out instead.");
        }
    }

    private static IEnumerable<Finding> Columns(Catalogue catalogue, SourceElement step)
    {
        if (catalogue.Table(step.Text("PrimaryEntity")) is not { } table)
        {
            return [step.Says(step.Attribute("Name"), $"The table '{step.Text("PrimaryEntity")}' does not exist.")];
        }

        bool filters = step.Child("FilteringAttributes") is not null;
        Finding[] missing =
            (StepMessages.Of(step) == "Update") == filters
                ? []
                : [step.Says(step.Attribute("Name"), "A step on Update lists its filtering columns, a step on another message has none.")];
        string[] named =
        [
            .. List(step.Text("FilteringAttributes")),
            .. step.Element.Descendants("Attributes").SelectMany(attributes => List(attributes.Value)),
        ];
        return
        [
            .. missing,
            .. named
                .Where(column => table.Column(column) is null && !StandardColumns.Has(table, column))
                .Select(column => step.Says(step.Attribute("Name"), $"The column {column} does not exist in {table.LogicalName}.")),
        ];
    }

    private static IEnumerable<Finding> Images(SourceElement step)
    {
        foreach (SourceElement image in step.Element.Descendants("SdkMessageProcessingStepImage").Select(step.At))
        {
            if (StepMessages.Of(step) == "Create" || image.Text("ImageType") != "0" || image.Text("MessagePropertyName") != "Target")
            {
                yield return step.Says(
                    image.Attribute("Name"),
                    "Only images of the row before an update or a delete are in use: ImageType 0, MessagePropertyName Target, never on Create."
                );
            }

            if (image.Text("EntityAlias").Length == 0 || image.Text("Attributes").Length == 0)
            {
                yield return step.Says(image.Attribute("Name"), "An image has an alias and lists its columns.");
            }
        }
    }

    private static string[] List(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
