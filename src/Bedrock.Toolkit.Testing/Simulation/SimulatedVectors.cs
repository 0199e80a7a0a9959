using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>Vectors of simulated embedding models, and how they are written.</summary>
internal static class SimulatedVectors
{
    /// <summary>The vector of a text.</summary>
    public static float[] OfText(string text, int dimensions) => HashedEmbedding.Create(text, dimensions, normalize: true);

    /// <summary>The vector of other content: the same for the same bytes, and near to nothing else.</summary>
    /// <param name="base64">The content.</param>
    /// <param name="path">The member, for the refusal.</param>
    /// <param name="dimensions">The length of the vector.</param>
    /// <exception cref="ServiceFailure">The text is no base64.</exception>
    public static float[] OfBytes(string base64, string path, int dimensions) =>
        HashedEmbedding.Create("content " + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Bytes(base64, path))), dimensions,
            normalize: true);

    /// <summary>The vector of a file that the simulated service cannot see: of its address.</summary>
    public static float[] OfLocation(JsonElement location, int dimensions) => OfText(BodyChecks.RequiredText(location, "uri"), dimensions);

    /// <summary>The mean of some vectors.</summary>
    public static float[] Mean(params float[][] vectors)
    {
        float[] mean = new float[vectors[0].Length];
        foreach (float[] vector in vectors)
        {
            for (int i = 0; i < mean.Length; i++)
            {
                mean[i] += vector[i] / vectors.Length;
            }
        }

        return mean;
    }

    /// <summary>An image as bytes, refused unless it begins as one.</summary>
    public static byte[] Image(string base64, string path)
    {
        byte[] bytes = Bytes(base64, path);
        bool isImage = bytes is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xff, 0xd8, 0xff, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..]
            || (bytes.Length >= 12 && bytes.AsSpan().StartsWith("RIFF"u8) && bytes.AsSpan(8).StartsWith("WEBP"u8));
        return isImage ? bytes : throw ServiceFailure.Validation($"{path}: the provided image is not in a supported format.");
    }

    public static void Write(Utf8JsonWriter writer, float[] vector)
    {
        writer.WriteStartArray();
        foreach (float value in vector)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    }

    /// <summary>Refuses a length that the model does not offer.</summary>
    public static int Dimensions(JsonElement body, string name, string path, params ReadOnlySpan<int> offered)
    {
        int dimensions = BodyChecks.Integer(body, name, 0) ?? offered[0];
        return offered.Contains(dimensions) ? dimensions : throw ServiceFailure.Malformed($"#/{path}: {dimensions} is not a valid enum value");
    }

    private static byte[] Bytes(string base64, string path)
    {
        byte[] bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out int length)
            ? bytes[..length]
            : throw ServiceFailure.Validation($"{path}: the content is not base64.");
    }
}
