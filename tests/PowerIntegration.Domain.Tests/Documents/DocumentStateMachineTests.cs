using PowerIntegration.Domain.Documents;
using Xunit;

namespace PowerIntegration.Domain.Tests.Documents;

public sealed class DocumentStateMachineTests
{
    // Rows: from. Columns: to, in the order of the enumeration. x = allowed.
    private const string Table = """
        Received          . x x x . . x x .
        Prepared          . x x x x x x x .
        AwaitingApproval  . x x x . . x x .
        Held              . x x x . . x x .
        Submitted         . . . x x x x . .
        Posted            . . . . . . . . x
        Refused           . x x x . . x x .
        Superseded        . . . . . . . . .
        Reversed          . . . . . . . . .
        """;

    [Fact]
    public void Only_the_transitions_of_the_table_are_allowed()
    {
        var states = Enum.GetValues<DocumentState>();
        var rows = Table.Split('\n').Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        Assert.Equal(states.Select(state => state.ToString()), rows.Select(row => row[0]));
        foreach (var row in rows)
        {
            var from = Enum.Parse<DocumentState>(row[0]);
            var allowed = states.Where(to => row[1 + (int)to] == "x");
            Assert.Equal(allowed, states.Where(to => DocumentStateMachine.Allows(from, to)));
        }
    }

    [Fact]
    public void Posted_superseded_and_reversed_are_final()
    {
        var final = Enum.GetValues<DocumentState>().Where(DocumentStateMachine.IsFinal);
        Assert.Equal([DocumentState.Posted, DocumentState.Superseded, DocumentState.Reversed], final);
    }
}
