using Bedrock.Toolkit.Testing.Engine;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>InvokeModel and InvokeModelWithResponseStream: the family of the model answers.</summary>
internal sealed class SimulatedInvokeModel : ISimulatedOperation
{
    /// <summary>The group of both operations.</summary>
    public const string Group = "InvokeModel";

    public IReadOnlyList<OperationTemplate> Templates { get; } =
    [
        new("InvokeModel", "POST", "/model/{modelId}/invoke") { ChecksModel = true },
        new("InvokeModelWithResponseStream", "POST", "/model/{modelId}/invoke-with-response-stream") { ChecksModel = true, IsStreaming = true, Group = Group },
    ];

    // A family checks while it answers; that answer is thrown away.
    public void Check(OperationCall call)
    {
        if (SimulatedFamilies.Find(call.Route.ModelId!) is not null)
        {
            SimulatedFamilies.Answer(call.Route.ModelId!, call.Request.Body, streaming: false);
        }
    }

    public Answer Answer(OperationCall call) => Answer(call.Request, call.Route);

    /// <summary>The answer of the model's family.</summary>
    /// <exception cref="ServiceFailure">The id is not known, or the family refuses the body.</exception>
    public static Answer Answer(ReceivedRequest request, OperationRoute route)
    {
        SimulatedAnswer answer = SimulatedFamilies.Answer(route.ModelId!, request.Body, route.IsStreaming);
        if (!route.IsStreaming)
        {
            return Engine.Answer.Json(answer.Parts[0], answer.InputTokens, answer.OutputTokens);
        }

        byte[][] chunks = [.. answer.Parts];
        // Palmyra's last chunk is a JSON string, which can hold nothing.
        int last = Array.FindLastIndex(chunks, static chunk => chunk is [(byte)'{', ..]);
        chunks[last] = EventFrames.WithMetrics(chunks[last], answer.InputTokens, answer.OutputTokens);
        return Engine.Answer.EventStream(EventFrames.Of(chunks));
    }
}
