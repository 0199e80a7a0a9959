using System.Text.Json;
using Bedrock.Toolkit.Testing.ControlPlane;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>All simulated operations, one line each. Thread-safe.</summary>
internal static class SimulatedOperations
{
    private static readonly Lock Gate = new();

    private static volatile IReadOnlyList<ISimulatedOperation> _all =
    [
        new SimulatedAsyncInvoke(),
        new SimulatedConverse(),
        new SimulatedCountTokens(),
        new SimulatedGuardrail(),
        new SimulatedGuardrailChecks(),
        new SimulatedInvokeModel(),
        new SimulatedSpeech(),

        // The last one: its paths are read from the model of the service when no other operation has a path.
        new SimulatedControl(),
    ];

    public static IReadOnlyList<ISimulatedOperation> All => _all;

    /// <summary>Adds operations that stand in another package, once of a type.</summary>
    public static void Add(ISimulatedOperation operation)
    {
        lock (Gate)
        {
            if (!_all.Any(known => known.GetType() == operation.GetType()))
            {
                _all = [operation, .. _all];
            }
        }
    }

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
