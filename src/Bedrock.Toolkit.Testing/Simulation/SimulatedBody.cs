using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Testing.Engine;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>Bodies of simulated operations as the library's own types.</summary>
internal static class SimulatedBody
{
    /// <summary>Reads the body of a call.</summary>
    /// <exception cref="ServiceFailure">It does not fit the operation.</exception>
    public static T Read<T>(OperationCall call)
    {
        using JsonDocument body = SimulatedOperations.ReadBody(call.Request.Body);
        try
        {
            return body.RootElement.Deserialize(BedrockJson.TypeInfo<T>())!;
        }
        catch (JsonException e)
        {
            throw new ServiceFailure(400, "SerializationException", $"The request body does not fit the operation at {e.Path}.");
        }
    }

    public static Answer Write<T>(T response) => Answer.Raw(200, "application/json", Encoding.UTF8.GetBytes(BedrockJson.Serialize(response)));
}
