using Bedrock.Toolkit.Costs;

namespace Bedrock.Toolkit.CommandLine.Verification;

/// <summary>What calls cost: the dated sample of the library, and cautious figures for what it has no price for. Stateless.</summary>
internal static class VerifyPrices
{
    // US dollars for a million tokens, above what was seen in public lists; docs/verified.md names them.
    private static readonly ModelPrice[] Own =
    [
        new("amazon.titan-embed-text-v2:0", 0.10m, 0),
        new("amazon.titan-embed-image-v1", 1.00m, 0),
        new("cohere.embed-english-v3", 0.20m, 0),
        new("cohere.embed-v4:0", 0.20m, 0),
        new("amazon.nova-2-multimodal-embeddings-v1:0", 0.30m, 0),
        new("mistral.mistral-7b-instruct-v0:2", 0.30m, 0.40m),
        new("anthropic.claude-haiku-5-5", 3.00m, 15.00m),
    ];

    // US dollars for a call that is not paid by the token.
    private static readonly Dictionary<string, decimal> ByCall = new(StringComparer.Ordinal)
    {
        ["cohere.rerank-v3-5:0"] = 0.002m,
        ["amazon.rerank-v1:0"] = 0.002m,
        ["twelvelabs.marengo-embed-3-0-v1:0"] = 0.001m,
        ["stability.stable-image-core-v1:1"] = 0.04m,
        ["stability.stable-image-remove-background-v1:0"] = 0.07m,
        [Guardrail] = 0.003m,
    };

    /// <summary>Stands for a guardrail where a model is due.</summary>
    public const string Guardrail = "guardrail";

    /// <summary>What a call costs whose model has no price, or whose answer tells no tokens.</summary>
    public const decimal Unknown = 0.005m;

    private static readonly PriceTable Table = new([.. PriceTable.Sample.Prices, .. Own]);

    public static decimal BoundOf(PlannedCalls calls) => calls.Count * CostOf(
        calls.Model, new TokenUsage { InputTokens = calls.InputTokens, OutputTokens = calls.OutputTokens }, calls.IsBatch);

    /// <summary>What one answered call costs.</summary>
    /// <param name="model">The id as it was called.</param>
    /// <param name="usage">Its tokens; null when the answer told none.</param>
    /// <param name="isBatch">Whether it was a record of a batch job.</param>
    public static decimal CostOf(ModelId model, TokenUsage? usage, bool isBatch = false)
    {
        string name = model.BaseModel ?? model.Value;
        if (ByCall.TryGetValue(name, out decimal price))
        {
            return price;
        }

        return usage is null ? Unknown : Table.CostOf(Priced(model, name), usage, isBatch: isBatch)?.Total ?? Unknown;
    }

    // A geography without a price has the dearest one of the others.
    private static ModelId Priced(ModelId model, string name)
    {
        if (Table.Find(model) is not null)
        {
            return model;
        }

        ModelPrice? dearest = Table.Prices.Where(price => price.Model == name).MaxBy(price => price.Input + price.Output);
        return dearest is { Geography: { } geography } ? new ModelId($"{geography}.{name}") : new ModelId(name);
    }
}
