using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.PromptCaching;

/// <summary>Puts cache points where a model takes them and where they pay. Stateless; thread-safe as far as the requests are.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PromptCachePlacement
{
    /// <summary>Puts cache points behind the tools, the system prompt and the last message, by the rules of the model.</summary>
    /// <remarks>None where the model takes none, where less stands in front of it than the model caches, or where a point is already; never more than the
    /// model takes.</remarks>
    /// <param name="request">The request; changed.</param>
    /// <param name="model">The model.</param>
    /// <returns>The same object.</returns>
    public static ConverseRequest UsePromptCaching(this ConverseRequest request, ModelId model) => request.UsePromptCaching(model, CacheTtl.FiveMinutes);

    /// <summary>Puts cache points behind the tools, the system prompt and the last message, by the rules of the model.</summary>
    /// <remarks>None where the model takes none, where less stands in front of it than the model caches, or where a point is already; never more than the
    /// model takes.</remarks>
    /// <param name="request">The request; changed.</param>
    /// <param name="model">The model.</param>
    /// <param name="ttl">How long they live; five minutes where the model has no longer life.</param>
    /// <returns>The same object.</returns>
    public static ConverseRequest UsePromptCaching(this ConverseRequest request, ModelId model, CacheTtl ttl)
    {
        ArgumentNullException.ThrowIfNull(request);
        ModelRules rules = ModelRules.For(model);
        if (rules.Caching == CachePlaces.None || HasPoints(request))
        {
            return request;
        }

        CacheTtl? life = ttl == CacheTtl.OneHour && rules.CachesForAnHour ? ttl : default(CacheTtl?);
        using var buffer = new PooledBuffer();
        JsonBody.Write(buffer, request, ConverseJsonContext.Default.ConverseRequest);
        using JsonDocument document = JsonDocument.Parse(buffer.Written);
        IReadOnlyList<PromptPart> parts = PromptPrefix.Read(document.RootElement).Parts;
        int left = rules.MaxCachePoints;
        if (left > 0 && Pays(PromptPartKind.Tool, CachePlaces.Tools) && request.ToolConfig is { Tools.Count: > 0 } config)
        {
            config.Tools.Add(new CachePointBlock { Ttl = life });
            left--;
        }

        if (left > 0 && Pays(PromptPartKind.System, CachePlaces.System) && request.System is { Count: > 0 } system)
        {
            system.Add(new CachePointBlock { Ttl = life });
            left--;
        }

        if (left > 0 && Pays(PromptPartKind.Message, CachePlaces.Messages) && request.Messages is [.., var last] && last.Content is [.., not ReasoningContent])
        {
            last.Content.Add(new CachePointBlock { Ttl = life });
        }

        return request;

        bool Pays(PromptPartKind kind, CachePlaces place) => (rules.Caching & place) != 0
            && parts.LastOrDefault(part => part.Kind == kind) is { } end && end.Tokens >= (rules.MinCachedTokens ?? 0);
    }

    /// <summary>Puts cache points into every request that is built from here on, as <see cref="UsePromptCaching(ConverseRequest, ModelId)"/> does: they move
    /// along with the conversation.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="model">The model.</param>
    /// <returns>The same object.</returns>
    public static ConversationBuilder UsePromptCaching(this ConversationBuilder builder, ModelId model)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Finish(request => request.UsePromptCaching(model));
        return builder;
    }

    private static bool HasPoints(ConverseRequest request) => request.ToolConfig?.Tools.Any(static tool => tool is ToolCachePoint) == true
        || request.System?.Any(static block => block is SystemCachePointContent) == true
        || request.Messages.Any(static message => message.Content.Any(static block => block is CachePointContent));
}
