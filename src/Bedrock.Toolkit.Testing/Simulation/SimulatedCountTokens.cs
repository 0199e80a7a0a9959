using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.CountTokens;
using Bedrock.Toolkit.Testing.Engine;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// CountTokens: the count that the simulated model itself would tell, after the same checks.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CountTokens.html
/// </summary>
internal sealed class SimulatedCountTokens : ISimulatedOperation
{
    public const string Operation = "CountTokens";

    public IReadOnlyList<OperationTemplate> Templates { get; } =
        [new(Operation, "POST", "/model/{modelId}/count-tokens") { ChecksModel = true, TakesProfiles = false }];

    public Answer Answer(OperationCall call)
    {
        string model = call.Route.ModelId!;
        if (!ModelId.TryParse(model, null, out ModelId id))
        {
            throw ServiceFailure.Validation("The provided model identifier is invalid.");
        }

        // As recorded: an id of a profile is refused so.
        if (id.Geography is not null)
        {
            throw ServiceFailure.Validation("The provided model doesn't support counting tokens.");
        }

        CountTokensRequest request = SimulatedBody.Read<CountTokensRequest>(call);
        return SimulatedBody.Write(new CountTokensResponse { InputTokens = Count(request.Input, model) });
    }

    private static int Count(CountTokensInput input, string model)
    {
        switch (input)
        {
            case CountTokensInvokeModel { InvokeModel.Body: var body }:
                return SimulatedFamilies.Answer(model, body, streaming: false).InputTokens;
            case CountTokensConverse { Converse: var conversation }:
                using (JsonDocument body = JsonDocument.Parse(Encoding.UTF8.GetBytes(BedrockJson.Serialize(conversation))))
                {
                    ConverseTurn turn = ConverseTurn.Read(body.RootElement, model);
                    return turn.InputTokens + turn.CachedTokens;
                }

            default:
                throw ServiceFailure.Validation("The input must set one of its members.");
        }
    }
}
