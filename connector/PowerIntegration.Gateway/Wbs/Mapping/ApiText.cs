using Microsoft.Xrm.Sdk;
using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>Texts that a custom API answers.</summary>
internal static class ApiText
{
    /// <summary>The output <c>State</c>, as one of the values that the connector declares.</summary>
    /// <exception cref="IntegrationException">It is another one: gateway and plug-ins are of different releases.</exception>
    public static T State<T>(ParameterCollection answer)
        where T : struct, Enum =>
        Enum.TryParse(Of(answer, "State"), out T state) && Enum.IsDefined(state)
            ? state
            : throw new IntegrationException(
                ProblemCatalog.DataverseRefused,
                $"Dataverse answered the state '{Of(answer, "State")}', which this gateway does not have. Ask the integration administrator to bring "
                    + "the gateway and the solutions to the same release."
            );

    /// <summary>The text; null where it is empty.</summary>
    public static string? Of(ParameterCollection answer, string name) =>
        answer.TryGetValue(name, out var value) && value is string { Length: > 0 } text ? text : null;
}
