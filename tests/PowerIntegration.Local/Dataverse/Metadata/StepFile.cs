using System.Collections.Frozen;
using System.Xml.Linq;

namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>Reads one file of SdkMessageProcessingSteps.</summary>
internal static class StepFile
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        "SdkMessageId",
        "PluginTypeName",
        "PluginTypeId",
        "PrimaryEntity",
        "AsyncAutoDelete",
        "Configuration",
        "Description",
        "FilteringAttributes",
        "ImpersonatingUserIdName",
        "InvocationSource",
        "Mode",
        "Rank",
        "EventHandlerTypeCode",
        "Stage",
        "IsCustomizable",
        "IsHidden",
        "SupportedDeployment",
        "IntroducedVersion",
        "SdkMessageProcessingStepImages"
    );

    private static readonly FrozenSet<string> KnownImage = FrozenSet.Create(
        "SdkMessageProcessingStepImageId",
        "Attributes",
        "EntityAlias",
        "ImageType",
        "MessagePropertyName",
        "IsCustomizable",
        "IntroducedVersion"
    );

    // The same in every organization.
    private static readonly FrozenDictionary<Guid, string> Messages = new Dictionary<Guid, string>
    {
        [new Guid("9ebdbb1b-ea3e-db11-86a7-000a3a5473e8")] = "Create",
        [new Guid("20bebb1b-ea3e-db11-86a7-000a3a5473e8")] = "Update",
        [new Guid("a1bdbb1b-ea3e-db11-86a7-000a3a5473e8")] = "Delete",
        [new Guid("8cbdbb1b-ea3e-db11-86a7-000a3a5473e8")] = "Assign",
        [new Guid("1cbebb1b-ea3e-db11-86a7-000a3a5473e8")] = "SetState",
        [new Guid("1dbebb1b-ea3e-db11-86a7-000a3a5473e8")] = "SetStateDynamicEntity",
        [new Guid("f2bdbb1b-ea3e-db11-86a7-000a3a5473e8")] = "Retrieve",
        [new Guid("03bebb1b-ea3e-db11-86a7-000a3a5473e8")] = "RetrieveMultiple",
    }.ToFrozenDictionary();

    public static StepDefinition Read(string file)
    {
        var xml = SolutionXml.Load(file, "SdkMessageProcessingStep");
        var root = xml.Root;
        xml.KnowOnly(root, Known);
        if (xml.Text(root, "Mode") != "0")
        {
            throw xml.Refused(root, "asynchronous steps are not run here");
        }

        var messageId = xml.ToId(root, xml.Text(root, "SdkMessageId"));
        var message = Messages.GetValueOrDefault(messageId) ?? throw xml.Refused(root, $"the message {messageId} is not run here");
        return new StepDefinition
        {
            Id = xml.Id(root, "SdkMessageProcessingStepId"),
            Name = root.Attribute("Name")?.Value ?? "",
            Message = message,
            PluginTypeId = xml.ToId(root, xml.Text(root, "PluginTypeId")),
            PrimaryEntity = SolutionXml.Optional(root, "PrimaryEntity")?.ToLowerInvariant(),
            Stage = StageOf(xml, root),
            Rank = xml.Number(root, "Rank"),
            FilteringAttributes = FilterOf(xml, root, message),
            Images = [.. (root.Element("SdkMessageProcessingStepImages")?.Elements() ?? []).Select(image => ReadImage(xml, image, message))],
            Configuration = SolutionXml.Optional(root, "Configuration"),
            ImpersonatingUser = SolutionXml.Optional(root, "ImpersonatingUserIdName"),
        };
    }

    private static int StageOf(SolutionXml xml, XElement root)
    {
        var stage = xml.Number(root, "Stage");
        return stage is 10 or 20 or 40 ? stage : throw xml.Refused(root, $"a step cannot run in stage {stage}");
    }

    private static IReadOnlyList<string> FilterOf(SolutionXml xml, XElement root, string message)
    {
        var filter = SolutionXml.Optional(root, "FilteringAttributes");
        if (filter is not null && message != "Update")
        {
            throw xml.Refused(root, "FilteringAttributes belong to Update only");
        }

        return Columns(filter);
    }

    private static StepImage ReadImage(SolutionXml xml, XElement element, string message)
    {
        xml.KnowOnly(element, KnownImage);
        var type = xml.Number(element, "ImageType");
        var before = type is 0 or 2;
        var after = type is 1 or 2;
        if ((message == "Create" && before) || (message == "Delete" && after) || message is "Retrieve" or "RetrieveMultiple" || type is < 0 or > 2)
        {
            throw xml.Refused(element, $"the message {message} has no image of type {type}");
        }

        return new StepImage(xml.Text(element, "EntityAlias"), before, after, Columns(SolutionXml.Optional(element, "Attributes")));
    }

    private static List<string> Columns(string? list) =>
        list is null
            ? []
            : [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => name.ToLowerInvariant())];
}
