using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;
using PowerIntegration.Domain.Law.PayWhenPaid;

namespace PowerIntegration.Plugins.Law;

/// <summary>One instruction as the answer's text carries it; what an action does not have is left out.</summary>
[DataContract]
internal sealed class PaymentInstructionWire
{
    [DataMember(Name = "invoice", Order = 0)]
    public string Invoice { get; private set; } = "";

    [DataMember(Name = "action", Order = 1)]
    public string Action { get; private set; } = "";

    [DataMember(Name = "hold", Order = 2, EmitDefaultValue = false)]
    public string? Hold { get; private set; }

    [DataMember(Name = "amount", Order = 3, EmitDefaultValue = false)]
    public decimal? Amount { get; private set; }

    [DataMember(Name = "blocked", Order = 4, EmitDefaultValue = false)]
    public decimal? Blocked { get; private set; }

    [DataMember(Name = "dueOn", Order = 5, EmitDefaultValue = false)]
    public string? DueOn { get; private set; }

    [DataMember(Name = "until", Order = 6, EmitDefaultValue = false)]
    public string? Until { get; private set; }

    [DataMember(Name = "sentence", Order = 7)]
    public string Sentence { get; private set; } = "";

    /// <summary>Writes instructions as a list.</summary>
    public static string Write(IEnumerable<InvoiceInstruction> instructions)
    {
        using var stream = new MemoryStream();
        new DataContractJsonSerializer(typeof(List<PaymentInstructionWire>)).WriteObject(stream, instructions.Select(Of).ToList());
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>One instruction.</summary>
    public static PaymentInstructionWire Of(InvoiceInstruction item)
    {
        var wire = Of(item.Instruction);
        wire.Invoice = item.Invoice.Name;
        return wire;
    }

    private static PaymentInstructionWire Of(PaymentInstruction instruction) =>
        instruction switch
        {
            PaymentInstruction.AfterPosting wait => new() { Action = "afterPosting", Sentence = wait.Sentence },
            PaymentInstruction.Hold hold => new()
            {
                Action = "hold",
                Hold = hold.HoldName,
                Amount = hold.Amount,
                Until = hold.Until?.ToString(),
                Sentence = hold.Sentence,
            },
            PaymentInstruction.Release release => new()
            {
                Action = "release",
                Hold = release.HoldName,
                Amount = release.Amount,
                DueOn = release.DueOn.ToString(),
                Sentence = release.Sentence,
            },
            PaymentInstruction.ReleasePart part => new()
            {
                Action = "releasePart",
                Hold = part.HoldName,
                Amount = part.Amount,
                Blocked = part.Blocked,
                DueOn = part.DueOn.ToString(),
                Sentence = part.Sentence,
            },
            PaymentInstruction.PayablesTask task => new()
            {
                Action = "payablesTask",
                Hold = task.HoldName,
                Amount = task.Amount,
                Blocked = task.Blocked,
                DueOn = task.DueOn.ToString(),
                Sentence = task.Sentence,
            },
            PaymentInstruction.Decide decide => new() { Action = "decide", Sentence = decide.Sentence },
            PaymentInstruction.Stopped stopped => new() { Action = "stopped", Sentence = stopped.Reason.Sentence },
            _ => throw new ArgumentOutOfRangeException(nameof(instruction), instruction, "The kind of instruction is unknown."),
        };
}
