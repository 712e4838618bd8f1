using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Verification.Flows.Registration;

/// <summary>Workflows/(flow).json.data.xml: what import needs to know of a cloud flow. Most of it concerns older kinds and has one value.</summary>
internal static class WorkflowShape
{
    private static readonly ValueRule Zero = Values.OneOf("0");
    private static readonly ValueRule One = Values.OneOf("1");

    /// <summary>The whole file.</summary>
    public static ElementShape Root { get; } =
        Element("Workflow")
            .With("WorkflowId", Values.IdInBraces)
            .With("Name", Values.Text)
            .WithOptional("Description", Values.Text)
            .One("JsonFileName", Values.Text)
            .Exported("Type", One)
            .Exported("Subprocess", Zero)
            .One("Category", Values.OneOf("5"))
            .Exported("Mode", Zero)
            .Exported("Scope", Values.OneOf("4"))
            .Exported("OnDemand", Zero)
            .Exported("TriggerOnCreate", Zero)
            .Exported("TriggerOnDelete", Zero)
            .Exported("AsyncAutodelete", Zero)
            .Exported("SyncWorkflowLogOnFailure", Zero)
            .One("StateCode", Values.Flag)
            .One("StatusCode", Values.OneOf("1", "2"))
            .Exported("RunAs", One)
            .Exported("IsTransacted", One)
            .Exported("IntroducedVersion", Values.Version)
            .Exported("IsCustomizable", Values.Flag)
            .Optional("BusinessProcessType", Zero)
            .Exported("IsCustomProcessingStepAllowedForOtherPublishers", Values.Flag)
            .Optional("ModernFlowType", Values.OneOf("0", "1"))
            .Exported("PrimaryEntity", Values.OneOf("none"))
            .One(Labels.LocalizedNames);
}
