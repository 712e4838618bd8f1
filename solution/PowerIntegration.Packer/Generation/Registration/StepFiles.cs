using System.Xml.Linq;
using PowerIntegration.Packer.Generation.Identity;
using PowerIntegration.Packer.Generation.Output;
using PowerIntegration.Packer.Verification.Plugins;

namespace PowerIntegration.Packer.Generation.Registration;

/// <summary>SdkMessageProcessingSteps: one file for each step.</summary>
internal static class StepFiles
{
    /// <summary>Folder below the root of the repository.</summary>
    public const string Folder = "solution/core/SdkMessageProcessingSteps";

    private const string FirstVersion = "0.1.0.0";

    /// <summary>Id of a step.</summary>
    public static Guid IdOf(StepDeclaration step, ComponentIds ids) => ids.Of("step/" + step.Key);

    /// <summary>The file of a step.</summary>
    public static GeneratedFile Of(StepDeclaration step, string assembly, ComponentIds ids)
    {
        Guid id = IdOf(step, ids);
        XElement root = new(
            "SdkMessageProcessingStep",
            new XAttribute("Name", $"{step.Class.FullName}: {step.Message} of {step.Table}"),
            new XAttribute("SdkMessageProcessingStepId", id.ToString("B")),
            XmlFile.InstanceNamespace,
            new XElement("SdkMessageId", StepMessages.IdOf(step.Message)),
            new XElement("PluginTypeName", $"{step.Class.FullName}, {assembly}"),
            new XElement("PluginTypeId", AssemblyFile.TypeIdOf(step.Class, ids)),
            new XElement("PrimaryEntity", step.Table),
            new XElement("AsyncAutoDelete", 0),
            step.Columns.Count > 0 ? new XElement("FilteringAttributes", string.Join(',', step.Columns)) : null,
            new XElement("InvocationSource", 0),
            new XElement("Mode", 0),
            new XElement("Rank", 1),
            new XElement("EventHandlerTypeCode", 4602),
            new XElement("Stage", step.Stage),
            new XElement("IsCustomizable", 1),
            new XElement("IsHidden", 0),
            new XElement("SupportedDeployment", 0),
            new XElement("IntroducedVersion", FirstVersion),
            step.Image.Length > 0 ? new XElement("SdkMessageProcessingStepImages", Image(step, ids)) : null
        );
        return XmlFile.Of($"{Folder}/{id:B}.xml", root);
    }

    private static XElement Image(StepDeclaration step, ComponentIds ids) =>
        new(
            "SdkMessageProcessingStepImage",
            new XAttribute("Name", step.Image),
            new XElement("SdkMessageProcessingStepImageId", ids.Of("image/" + step.Key).ToString("B")),
            new XElement("Attributes", string.Join(',', step.ImageColumns)),
            new XElement("EntityAlias", step.Image),
            new XElement("ImageType", 0),
            new XElement("MessagePropertyName", "Target"),
            new XElement("IsCustomizable", 1)
        );
}
