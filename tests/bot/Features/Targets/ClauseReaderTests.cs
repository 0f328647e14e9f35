using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Targets;
using ChiBoBot.Rules;
using ChiBoBot.Tests.Features.Cells;

namespace ChiBoBot.Tests.Features.Targets;

public class ClauseReaderTests
{
    private static readonly TargetRules Rules = TargetRules.Book.Packs[0].Rules;

    [Theory]
    [InlineData("100% đảng viên hoàn thành tốt nhiệm vụ trở lên mỗi năm", "Members GradeAtLeast Good Share Equal 100 - Year")]
    [InlineData("trên 20% đảng viên hoàn thành xuất sắc nhiệm vụ", "Members GradeIs Excellent Share MoreThan 20 - Year")]
    [InlineData("Phấn đấu trên 15% cán bộ, công chức là chiến sĩ thi đua cơ sở", "Officials TitleAtLeast GrassrootsFighter Share MoreThan 15 - Year stretch")]
    [InlineData("từ 01 đến 02 mô hình làm theo Bác", "Activities Done  Count Between 1 2 Term")]
    [InlineData("01–02 mô hình", "Activities Done  Count Between 1 2 Term")]
    [InlineData("ít nhất 10 hoạt động, công trình trong nhiệm kỳ", "Activities Done  Count AtLeast 10 - Term")]
    [InlineData("10 hoạt động trở lên", "Activities Done  Count AtLeast 10 - Term")]
    [InlineData("không quá 2 vụ việc tồn đọng", "Activities Done  Count AtMost 2 - Term")]
    [InlineData("100% đảng viên, công chức học nghị quyết", "MembersAndCivilServants Studied  Share Equal 100 - Term")]
    [InlineData("ít nhất 97,5% đảng viên dự sinh hoạt hàng tháng", "Members Present  Share AtLeast 97.5 - Month")]
    [InlineData("100% phòng đạt tập thể lao động tiên tiến trở lên hằng năm", "Units TitleAtLeast Advanced Share Equal 100 - Year")]
    [InlineData("100% đảng viên không vi phạm kỷ luật", "Members NoViolation  Share Equal 100 - Term")]
    public void A_clause_is_read_as_resolutions_write_it(string line, string expected)
    {
        var (clause, problem) = ClauseReader.Read(line, Rules);

        Assert.Null(problem);
        Assert.Equal(expected, string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{clause!.Population} {clause.Metric} {clause.Grade?.ToString() ?? clause.Title?.ToString()} {clause.Measure} {clause.Comparator} {clause.Threshold} {clause.UpTo?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"} {clause.Period}{(clause.Stretch ? " stretch" : "")}"));
    }

    [Theory]
    [InlineData("đảng viên gương mẫu")]
    [InlineData("120% đảng viên tốt")]
    [InlineData("từ 3 đến 2 mô hình")]
    [InlineData("100%")]
    [InlineData("50% hoạt động")]
    public void What_cannot_be_is_told(string line)
    {
        var (clause, problem) = ClauseReader.Read(line, Rules);

        Assert.Null(clause);
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_is_read_as_the_same_clause_in_number_comparator_and_period()
    {
        foreach (var clause in SampleFiles.Council.Targets.SelectMany(target => target.Clauses).Where(clause => clause.Population is not Population.Cell))
        {
            var (read, _) = ClauseReader.Read(ClauseReader.Write(clause), Rules);

            Assert.Equal(
                (clause.Text, clause.Population, clause.Measure, clause.Comparator, clause.Threshold, clause.UpTo, clause.Period, clause.Stretch),
                (read!.Text, read.Population, read.Measure, read.Comparator, read.Threshold, read.UpTo, read.Period, read.Stretch));
        }
    }
}
