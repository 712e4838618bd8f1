using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Flows.Definition;

namespace PowerIntegration.Local.Flows.Running;

/// <summary>A finished action as the expressions of its run see it, secured values included.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Outcome">What it gave.</param>
/// <param name="StartTime">When it started.</param>
/// <param name="EndTime">When it ended.</param>
internal sealed record ActionResult(string Name, ActionOutcome Outcome, DateTimeOffset StartTime, DateTimeOffset EndTime)
{
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffffffZ";

    /// <summary>How it ended.</summary>
    public ActionStatus Status => Outcome.Status;

    /// <summary>The object that <c>actions()</c> and <c>result()</c> give.</summary>
    public JsonObject ToJson(string clientTrackingId)
    {
        var json = new JsonObject
        {
            ["name"] = Name,
            ["inputs"] = Values.Copy(Outcome.Inputs),
            ["outputs"] = Values.Copy(Outcome.Outputs),
            ["startTime"] = StartTime.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture),
            ["endTime"] = EndTime.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture),
            ["trackingId"] = clientTrackingId,
            ["clientTrackingId"] = clientTrackingId,
            ["code"] = Outcome.Code,
            ["status"] = Status.ToString(),
        };
        if (Outcome.Error is { } error)
        {
            json["error"] = new JsonObject { ["code"] = error.Code, ["message"] = error.Message };
        }

        return json;
    }
}
