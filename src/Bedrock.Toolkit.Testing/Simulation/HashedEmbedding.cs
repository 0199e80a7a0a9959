using System.Text;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>Vectors from hashed words: texts that share words are near, and the same text always has the same vector.</summary>
internal static class HashedEmbedding
{
    // Several buckets a word: two words that meet in one bucket then hardly change the angle between their texts.
    private const int BucketsOfWord = 4;
    private const int ShortWord = 3;
    private const float ShortWordWeight = 0.4f;
    private const float TrigramWeight = 0.12f;
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    /// <summary>The vector of a text.</summary>
    /// <param name="text">Any text that is not empty.</param>
    /// <param name="dimensions">The length of the vector.</param>
    /// <param name="normalize">Whether to scale it to the length 1.</param>
    public static float[] Create(string text, int dimensions, bool normalize)
    {
        float[] vector = new float[dimensions];
        bool hasWords = false;
        foreach (string word in Words(text))
        {
            hasWords = true;
            AddWord(vector, word);
        }

        if (!hasWords)
        {
            Add(vector, text, 1, BucketsOfWord);
        }

        return normalize ? Normalized(vector) : vector;
    }

    private static void AddWord(float[] vector, string word)
    {
        Add(vector, word, word.Length <= ShortWord ? ShortWordWeight : 1, BucketsOfWord);
        string bounded = $"^{word}$";
        for (int i = 0; i + 3 <= bounded.Length; i++)
        {
            Add(vector, bounded.AsSpan(i, 3), TrigramWeight, 1);
        }
    }

    private static void Add(float[] vector, ReadOnlySpan<char> feature, float weight, int buckets)
    {
        ulong hash = Hash(feature);
        for (int i = 0; i < buckets; i++)
        {
            hash = Mix(hash + (ulong)i);
            int bucket = (int)(hash % (ulong)vector.Length);
            vector[bucket] += (hash >> 63) == 0 ? weight : -weight;
        }
    }

    private static IEnumerable<string> Words(string text)
    {
        string lower = text.ToLowerInvariant();
        int start = -1;
        for (int i = 0; i <= lower.Length; i++)
        {
            bool isWord = i < lower.Length && char.IsLetterOrDigit(lower[i]);
            if (isWord && start < 0)
            {
                start = i;
            }
            else if (!isWord && start >= 0)
            {
                yield return lower[start..i];
                start = -1;
            }
        }
    }

    private static float[] Normalized(float[] vector)
    {
        double sum = 0;
        foreach (float value in vector)
        {
            sum += (double)value * value;
        }

        // Features can cancel each other out; then the vector points anywhere, but always to the same place.
        if (sum == 0)
        {
            vector[0] = 1;
            return vector;
        }

        double length = Math.Sqrt(sum);
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] = (float)(vector[i] / length);
        }

        return vector;
    }

    // FNV-1a over UTF-8: the same on every machine and in every run, unlike string.GetHashCode.
    private static ulong Hash(ReadOnlySpan<char> feature)
    {
        Span<byte> bytes = feature.Length <= 128 ? stackalloc byte[512] : new byte[Encoding.UTF8.GetMaxByteCount(feature.Length)];
        int length = Encoding.UTF8.GetBytes(feature, bytes);
        ulong hash = FnvOffset;
        foreach (byte b in bytes[..length])
        {
            hash = (hash ^ b) * FnvPrime;
        }

        return hash;
    }

    // FNV alone spreads short texts badly over its high bits.
    private static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}
