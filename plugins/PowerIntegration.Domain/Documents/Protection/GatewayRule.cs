using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Documents.Protection;

/// <summary>Which caller may create, claim and record documents: the application that is registered as the gateway of their environment.</summary>
public static class GatewayRule
{
    /// <summary>Why a caller is not the gateway; null where it is.</summary>
    /// <param name="environment">Key of the environment; null where the record names none.</param>
    /// <param name="registered">Application ID that is registered; null where none is.</param>
    /// <param name="caller">Application ID of the caller; empty for a person.</param>
    public static Refusal? Refuse(string? environment, Guid? registered, Guid caller)
    {
        if (registered is not { } gateway || gateway == Guid.Empty)
        {
            return Refused(
                environment is null
                    ? "The document names no environment, so no gateway may process it. Enter its environment."
                    : $"Environment {environment} has no active gateway application ID. Enter the application (client) ID of the gateway "
                        + "there; a second person activates it."
            );
        }

        if (caller == gateway)
        {
            return null;
        }

        var who = caller == Guid.Empty ? "A person" : $"Application {caller:D}";
        return Refused(
            $"{who} called. Only the gateway of environment {environment}, application {gateway:D}, can create, claim, and record documents. "
                + "If the gateway has another application ID, have the environment corrected."
        );
    }

    private static Refusal Refused(string sentence) => new(DocumentReasons.DocumentState, sentence);
}
