namespace Bedrock.Toolkit.Serialization;

/// <summary>Reads and writes a list of floating-point vectors.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FloatVectorListConverter : VectorListConverter<float>
{
    private static readonly FloatVectorConverter Vector = new();

    private protected override ReadOnlyMemory<float> ReadVector(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        Vector.Read(ref reader, typeof(ReadOnlyMemory<float>), options);

    private protected override void WriteVector(Utf8JsonWriter writer, ReadOnlyMemory<float> vector, JsonSerializerOptions options) =>
        Vector.Write(writer, vector, options);
}
