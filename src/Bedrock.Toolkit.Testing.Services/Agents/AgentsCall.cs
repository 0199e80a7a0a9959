using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bedrock.Toolkit.Agents;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Agents;

/// <summary>A call of agents, knowledge bases or vectors, with what the service remembers. Locked while it is answered.</summary>
/// <param name="Call">The call.</param>
/// <param name="State">What the service remembers.</param>
internal sealed record AgentsCall(OperationCall Call, AgentsState State)
{
    public const string Account = "000000000000";

    public DateTimeOffset Now => Call.Time.GetUtcNow();

    public string Label(string name) => Call.Route.Labels[name];

    /// <summary>The request: its body, and what the path names.</summary>
    /// <exception cref="ServiceFailure">The request does not fit its type.</exception>
    public T Read<T>()
    {
        JsonObject request = [];
        if (Call.Request.Body.Length > 0)
        {
            using JsonDocument body = SimulatedOperations.ReadBody(Call.Request.Body);
            request = JsonObject.Create(body.RootElement.Clone())!;
        }

        foreach ((string name, string value) in Call.Route.Labels)
        {
            request[name] = value;
        }

        return Parse<T>(request.ToJsonString());
    }

    /// <summary>The request, which is its body alone: without a detour, because vectors are long.</summary>
    /// <exception cref="ServiceFailure">The request does not fit its type.</exception>
    public T ReadBody<T>() => Parse<T>(Call.Request.Body.Length == 0 ? "{}" : Encoding.UTF8.GetString(Call.Request.Body.Span));

    /// <summary>An answer.</summary>
    public static Answer Json<T>(T answer, int status = 200) =>
        Answer.Raw(status, "application/json", Encoding.UTF8.GetBytes(BedrockAgentsJson.Serialize(answer)));

    /// <summary>What there is not.</summary>
    public static ServiceFailure NotFound(string what) => new(404, "ResourceNotFoundException", $"{what} was not found.");

    private static T Parse<T>(string json)
    {
        try
        {
            return BedrockAgentsJson.Deserialize<T>(json);
        }
        catch (JsonException)
        {
            throw ServiceFailure.Validation("The request does not have the members or the types that the operation takes.");
        }
    }
}
