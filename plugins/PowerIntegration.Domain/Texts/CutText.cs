using PowerIntegration.Domain.ContractBilling.Applications;

namespace PowerIntegration.Domain.Texts;

/// <summary>Reads and writes a cut made only on the header.</summary>
public static class CutText
{
    /// <summary>Reads it. A cut that does not say what it reduces is gross, as every cut was before it could say so.</summary>
    /// <param name="fields">The cut.</param>
    /// <param name="decidedBy">Who decided it.</param>
    public static HeaderCut Read(JsonFields fields, string decidedBy) =>
        new(fields.Amount("amount"), decidedBy, fields.Text("reason")) { Kind = fields.OptionalChoice<CutKind>("kind") ?? CutKind.Gross };

    /// <summary>Writes it without the name; a gross cut has the same text whether it said so or not.</summary>
    public static JsonObject Write(HeaderCut cut)
    {
        var text = new JsonObject().Number("amount", cut.Amount);
        return (cut.Kind == CutKind.Gross ? text : text.Choice("kind", cut.Kind)).Text("reason", cut.Reason);
    }
}
