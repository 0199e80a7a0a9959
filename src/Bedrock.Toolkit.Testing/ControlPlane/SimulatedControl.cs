using System.Text;
using System.Text.Json.Nodes;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.ControlPlane;

/// <summary>
/// The control plane: everything that is made stays until it is deleted, jobs go on by the service's clock, and requests are held to the service's model.
/// Batch and evaluation jobs read their records from the simulated S3.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock.html
/// </summary>
internal sealed class SimulatedControl : ISimulatedOperation
{
    private static readonly Dictionary<string, Func<ControlCall, JsonObject>> Special = new[]
    {
        CatalogueOperations.All, GuardrailOperations.All, ReasoningOperations.All, SettingOperations.All,
    }.SelectMany(static one => one).ToDictionary();

    private readonly Lazy<IReadOnlyList<OperationTemplate>> _templates = new(static () =>
        [.. ServiceFacts.Bedrock.Operations.Values.Select(static operation => new OperationTemplate(operation.Name, operation.Method, operation.Uri))]);

    public IReadOnlyList<OperationTemplate> Templates => _templates.Value;

    public bool IsAnsweredFromState => true;

    public bool IsOfRuntime => false;

    public Answer Answer(OperationCall call)
    {
        ControlState state = StateOf(call.State);
        lock (state.Gate)
        {
            new SimulatedJobs(state, call.Store, call.Time.GetUtcNow(), call.AnswerRecord).Settle();
            ControlCall read = ControlCall.Read(call, state);
            JsonObject known = Special.TryGetValue(read.Operation.Name, out Func<ControlCall, JsonObject>? special)
                ? special(read)
                : ResourceOperations.Answer(read) ?? [];
            new SimulatedJobs(state, call.Store, call.Time.GetUtcNow(), call.AnswerRecord).Settle();
            ShapeFacts output = ServiceFacts.Bedrock[read.Operation.Output];
            JsonNode body = ResourceView.Of(output, known);
            body = output.Payload is { } payload ? body[payload]! : body;
            return Engine.Answer.Raw(read.Operation.Status, "application/json", Encoding.UTF8.GetBytes(body.ToJsonString()));
        }
    }

    public void Check(OperationCall call)
    {
        ControlState state = StateOf(call.State);
        lock (state.Gate)
        {
            ControlCall.Read(call, state);
        }
    }

    /// <summary>What one service remembers of its control plane.</summary>
    public static ControlState StateOf(System.Collections.Concurrent.ConcurrentDictionary<string, object> state) =>
        (ControlState)state.GetOrAdd("control", static _ => new ControlState());
}
