using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Plugins;

/// <summary>Images of a row: before or after, as far as the message and the stage of the step have one.</summary>
internal static class StepImageCheck
{
    private const string Before = "0";
    private const string PostOperation = "40";

    /// <summary>What is wrong with the images of a step.</summary>
    public static IEnumerable<Finding> Find(SourceElement step)
    {
        SourceElement[] images = [.. step.Below("SdkMessageProcessingStepImages", "SdkMessageProcessingStepImage")];
        return
        [
            .. images.SelectMany(image => Find(step, image)),
            .. images
                .Repeated(image => image.Text("EntityAlias"))
                .Select(image => image.Says($"Another image of the step has the alias '{image.Text("EntityAlias")}'. Give each its own.")),
        ];
    }

    private static IEnumerable<Finding> Find(SourceElement step, SourceElement image)
    {
        string? message = StepMessages.Of(step);
        bool hasBefore = message is "Update" or "Delete" or "Assign" or "SetState";
        bool hasAfter = message is "Create" or "Update" or "Assign" or "SetState" && step.Text("Stage") == PostOperation;
        bool wantsBefore = image.Text("ImageType") != "1";
        bool wantsAfter = image.Text("ImageType") != Before;
        if (message is not null && ((wantsBefore && !hasBefore) || (wantsAfter && !hasAfter)))
        {
            yield return image.Says(
                $"{message} at stage {step.Text("Stage")} has no such image. ImageType 0 is the row before Update, Delete, Assign and SetState, "
                    + $"1 the row after all but Delete at stage {PostOperation}; write the one that exists."
            );
        }

        string property = message switch
        {
            "Create" => "Id",
            "SetState" => "EntityMoniker",
            _ => "Target",
        };
        if (message is not null && image.Text("MessagePropertyName") != property)
        {
            yield return image.Says($"MessagePropertyName is '{image.Text("MessagePropertyName")}'. Write {property} for {message}.");
        }
    }
}
