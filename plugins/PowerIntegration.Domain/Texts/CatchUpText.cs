using PowerIntegration.Domain.ContractBilling.Applications;

namespace PowerIntegration.Domain.Texts;

/// <summary>Reads and writes a controller's decision to post a variance in an application.</summary>
public static class CatchUpText
{
    /// <summary>Reads it.</summary>
    /// <param name="fields">The decision.</param>
    /// <param name="decidedBy">Who decided it.</param>
    public static CatchUpDecision Read(JsonFields fields, string decidedBy) =>
        new(fields.Amount("amount"), fields.WholeNumber("ofApplication"), decidedBy, fields.Text("reason"));

    /// <summary>Writes it without the name.</summary>
    public static JsonObject Write(CatchUpDecision decision) =>
        new JsonObject().Number("amount", decision.Amount).WholeNumber("ofApplication", decision.OfApplication).Text("reason", decision.Reason);
}
