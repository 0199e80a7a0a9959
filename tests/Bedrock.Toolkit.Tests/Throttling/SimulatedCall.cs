using Bedrock.Toolkit.Throttling;

namespace Bedrock.Toolkit.Tests.Throttling;

/// <summary>A call with its true counts, which the governor learns only at the end.</summary>
internal sealed record SimulatedCall(TimeSpan Arrival, int Bytes, int InputTokens, int MaxTokens, int OutputTokens, TimeSpan Duration, double OutputWeight = 1)
{
    public TokenDemand Demand => new(new InputSize(Bytes, 0), MaxTokens, OutputWeight);

    public TokenUsage Usage => new() { InputTokens = InputTokens, OutputTokens = OutputTokens };
}
