namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>What a simulated text model says, before it is written in a family's format.</summary>
/// <param name="Text">The answer.</param>
/// <param name="IsCut">Whether the limit of tokens ended it.</param>
/// <param name="StopSequence">The text that ended it, or null.</param>
/// <param name="InputTokens">The length of the prompt.</param>
/// <param name="OutputTokens">The length of the answer.</param>
internal sealed record SimulatedReply(string Text, bool IsCut, string? StopSequence, int InputTokens, int OutputTokens)
{
    /// <summary>The reply to a prompt: an answer, cut at the first stop text and at the limit.</summary>
    public static SimulatedReply To(string prompt, string answer, IReadOnlyList<string> stopSequences, int maxTokens)
    {
        (string text, string? stop, bool isCut, int tokens) = SimulatedText.Finish(answer, stopSequences, maxTokens);
        return new SimulatedReply(text, isCut, stop, SimulatedText.Tokens(prompt), tokens);
    }
}
