using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>Optimistic concurrency: where the request asks for it, the row must still have the version it was read with.</summary>
internal static class RowVersion
{
    public static void Require(MessageCall call, string? given, Row row)
    {
        var behavior =
            call.Inputs.TryGetValue("ConcurrencyBehavior", out var value) && value is ConcurrencyBehavior asked ? asked : ConcurrencyBehavior.Default;
        if (behavior != ConcurrencyBehavior.IfRowVersionMatches)
        {
            return;
        }

        if (string.IsNullOrEmpty(given))
        {
            throw Faults.Of(
                DataverseErrorCode.RowVersionMissing,
                "The RowVersion property must be provided when the value of ConcurrencyBehavior is IfVersionMatches."
            );
        }

        if (given != FormattableString.Invariant($"{row.Version}"))
        {
            throw Faults.Of(
                DataverseErrorCode.RowVersionDiffers,
                "The version of the existing record doesn't match the RowVersion property provided."
            );
        }
    }
}
