using System.Text.Json;
using Bedrock.Toolkit.Testing.Agents;
using Bedrock.Toolkit.Testing.ControlPlane;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>All simulated operations, one line each. Thread-safe.</summary>
internal static class SimulatedOperations
{
    public static IReadOnlyList<ISimulatedOperation> All { get; } =
    [
        new SimulatedAsyncInvoke(),
        new SimulatedConverse(),
        new SimulatedCountTokens(),
        new SimulatedGuardrail(),
        new SimulatedGuardrailChecks(),
        new SimulatedInvokeModel(),
        new SimulatedSpeech(),
        new SimulatedAgents(),

        // The last one: its paths are read from the model of the service when no other operation has a path.
        new SimulatedControl(),
    ];

    /// <summary>Reads the body as a JSON object.</summary>
    /// <exception cref="ServiceFailure">The body is no JSON object.</exception>
    public static JsonDocument ReadBody(ReadOnlyMemory<byte> body)
    {
        try
        {
            JsonDocument document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 1_000 });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
        }
        catch (JsonException)
        {
            // Told below, as the service does.
        }

        throw new ServiceFailure(400, "SerializationException", "The request body is no JSON object.");
    }
}
