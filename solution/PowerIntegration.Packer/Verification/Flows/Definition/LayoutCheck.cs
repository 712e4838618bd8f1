using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Flows.Definition;

/// <summary>Every member of the file of a flow is known and holds what it may hold.</summary>
internal static class LayoutCheck
{
    /// <summary>What is wrong in a flow.</summary>
    public static IEnumerable<Finding> Find(FlowSource flow) =>
        FlowRules.File.Find(flow.Content, "").Select(fault => flow.Says(Shortened(fault.Place), fault.Sentence));

    // An action is named once in its flow, so its place begins with its name; what is around it only makes the place long.
    private static string Shortened(string place)
    {
        foreach (string list in new[] { "actions/", "triggers/", "properties/definition/", "properties/" })
        {
            int index = place.LastIndexOf(list, StringComparison.Ordinal);
            if (index >= 0)
            {
                return place[(index + list.Length)..];
            }
        }

        return place.Length == 0 ? "the file" : place;
    }
}
