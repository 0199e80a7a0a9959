namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>A model family that answers without a model: always the same for the same request, in the family's own wire format. Thread-safe.</summary>
internal interface ISimulatedFamily
{
    /// <summary>How the ids of the family begin, without a geography prefix. Of all families the one with the longest beginning answers.</summary>
    IReadOnlyList<string> Prefixes { get; }

    /// <summary>Answers a call without streaming: one part, the body.</summary>
    /// <exception cref="ServiceFailure">The service would refuse the request.</exception>
    SimulatedAnswer Invoke(SimulatedCall call);

    /// <summary>Answers a streaming call: one part a chunk, without the metrics, which are added to the last one.</summary>
    /// <exception cref="ServiceFailure">The service would refuse the request, or the family does not stream.</exception>
    SimulatedAnswer Stream(SimulatedCall call) =>
        throw ServiceFailure.Validation("The model is unsupported for InvokeModelWithResponseStream: it does not stream.");
}
