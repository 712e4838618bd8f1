using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>Why validation holds an invoice.</summary>
/// <param name="HoldName">Name of the hold.</param>
/// <param name="Reason">What the hold means.</param>
/// <param name="Details">The figures.</param>
/// <param name="Schedule">The schedule it is about, or null.</param>
internal sealed record HoldCause(string HoldName, string Reason, string Details, ScheduleKey? Schedule)
{
    /// <summary>Whether a hold was placed for this cause.</summary>
    public bool Describes(JsonObject hold) => hold.Text("HoldName") == HoldName && ScheduleKey.Of(hold) == Schedule;
}
