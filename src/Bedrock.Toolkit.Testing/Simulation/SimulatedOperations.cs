using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>All simulated operations. Each adds itself from its own file, by a field of this class that calls <see cref="Register"/>.</summary>
internal static partial class SimulatedOperations
{
    // No initialiser on purpose: the order of those in the other files is not fixed, so the list is made by whoever registers first.
    private static List<ISimulatedOperation>? _all;

    public static IReadOnlyList<ISimulatedOperation> All => _all!;

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

    private static bool Register(ISimulatedOperation operation)
    {
        (_all ??= []).Add(operation);
        return true;
    }
}
