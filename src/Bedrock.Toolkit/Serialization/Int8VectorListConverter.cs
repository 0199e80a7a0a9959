namespace Bedrock.Toolkit.Serialization;

/// <summary>Reads and writes a list of vectors of signed bytes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Int8VectorListConverter : WholeNumberVectorListConverter<sbyte>;
