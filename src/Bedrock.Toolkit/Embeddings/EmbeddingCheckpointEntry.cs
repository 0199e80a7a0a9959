namespace Bedrock.Toolkit;

/// <summary>What a checkpoint knows of an item.</summary>
/// <param name="Key">The item's key.</param>
/// <param name="ContentHash">
/// The first 16 bytes, big endian, of the SHA-256 of what was embedded and how: content, base model id, purpose, dimensions.
/// </param>
/// <param name="State">Where the item stands.</param>
public readonly record struct EmbeddingCheckpointEntry(string Key, UInt128 ContentHash, EmbeddingItemState State);
