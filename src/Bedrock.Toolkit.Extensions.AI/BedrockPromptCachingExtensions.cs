using System.ComponentModel;
using Bedrock.Toolkit.Converse;

namespace Microsoft.Extensions.AI;

/// <summary>Prompt caching of Bedrock for messages and contents of Microsoft.Extensions.AI. Stateless; thread-safe as far as the messages are.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockPromptCachingExtensions
{
    /// <summary>Sets a cache point behind a message: what comes before it, and it, is kept for the next calls. It lives as long as the model's own
    /// default, mostly five minutes.</summary>
    /// <param name="message">The message; that of the system sets the cache point into the system prompt.</param>
    /// <returns>The same object.</returns>
    public static ChatMessage UsePromptCaching(this ChatMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        (message.AdditionalProperties ??= [])[ChatCachePoint.Property] = new CachePointBlock();
        return message;
    }

    /// <summary>Sets a cache point behind a message: what comes before it, and it, is kept for the next calls.</summary>
    /// <param name="message">The message; that of the system sets the cache point into the system prompt.</param>
    /// <param name="ttl">How long it is kept.</param>
    /// <returns>The same object.</returns>
    public static ChatMessage UsePromptCaching(this ChatMessage message, CacheTtl ttl)
    {
        ArgumentNullException.ThrowIfNull(message);
        (message.AdditionalProperties ??= [])[ChatCachePoint.Property] = CachePointBlock.For(ttl);
        return message;
    }

    /// <summary>Sets a cache point behind one content of a message. It lives as long as the model's own default, mostly five minutes.</summary>
    /// <param name="content">The content.</param>
    /// <returns>The same object.</returns>
    public static AIContent UsePromptCaching(this AIContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        (content.AdditionalProperties ??= [])[ChatCachePoint.Property] = new CachePointBlock();
        return content;
    }

    /// <summary>Sets a cache point behind one content of a message.</summary>
    /// <param name="content">The content.</param>
    /// <param name="ttl">How long it is kept.</param>
    /// <returns>The same object.</returns>
    public static AIContent UsePromptCaching(this AIContent content, CacheTtl ttl)
    {
        ArgumentNullException.ThrowIfNull(content);
        (content.AdditionalProperties ??= [])[ChatCachePoint.Property] = CachePointBlock.For(ttl);
        return content;
    }

    /// <summary>Sets a cache point behind the system prompt, which covers the tools too. It lives as long as the model's own default, mostly five
    /// minutes.</summary>
    /// <param name="options">The options of the call.</param>
    /// <returns>The same object.</returns>
    public static ChatOptions UsePromptCaching(this ChatOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        (options.AdditionalProperties ??= [])[ChatCachePoint.Property] = new CachePointBlock();
        return options;
    }

    /// <summary>Sets a cache point behind the system prompt, which covers the tools too.</summary>
    /// <param name="options">The options of the call.</param>
    /// <param name="ttl">How long it is kept.</param>
    /// <returns>The same object.</returns>
    public static ChatOptions UsePromptCaching(this ChatOptions options, CacheTtl ttl)
    {
        ArgumentNullException.ThrowIfNull(options);
        (options.AdditionalProperties ??= [])[ChatCachePoint.Property] = CachePointBlock.For(ttl);
        return options;
    }
}
