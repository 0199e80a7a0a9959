namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>What a simulated family answers: the body, or the chunks of a stream, as JSON in UTF-8.</summary>
internal sealed class SimulatedAnswer
{
    /// <summary>One part for a whole answer; one part a chunk for a stream.</summary>
    public IReadOnlyList<byte[]> Parts { get => field ??= [Write!()]; init; }

    /// <summary>Writes the only part, when it is asked for: for answers that are dear to make.</summary>
    public Func<byte[]>? Write { private get; init; }

    public required int InputTokens { get; init; }

    /// <summary>Null for families that write no text: their answers do not tell a count.</summary>
    public int? OutputTokens { get; init; }
}
