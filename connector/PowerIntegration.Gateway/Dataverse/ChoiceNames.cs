using PowerIntegration.Domain.Documents;
using PowerIntegration.Plugins.Tables;

namespace PowerIntegration.Gateway.Dataverse;

/// <summary>Names of choice values, as answers carry them.</summary>
internal static class ChoiceNames
{
    /// <summary>Name of a document's state, such as <c>Posted</c>.</summary>
    public static string State(int value) => ((DocumentState)(value - DocumentStateChoice.Received)).ToString();
}
