using PropertyDesk.Domain.Owners;

namespace PropertyDesk.UnitTests.Owners;

public sealed class AbbreviatingNames
{
    [Theory]
    [InlineData("张伟", "ZW")]
    [InlineData("李娜", "LN")]
    [InlineData("欧阳明", "OYM")]
    [InlineData("曾志伟", "ZZW")]
    [InlineData("解珍", "XZ")]
    [InlineData("单于飞", "CYF")]
    [InlineData("单小燕", "SXY")]
    [InlineData("尉迟恭", "YCG")]
    [InlineData("长孙无忌", "ZSWJ")]
    [InlineData("查良镛", "ZLY")]
    [InlineData("王解放", "WJF")]
    [InlineData("乐嘉", "YJ")]
    [InlineData("朱镕基", "ZRJ")]
    [InlineData("李晟", "LS")]
    [InlineData("王㛃䶮", "WJY")]
    [InlineData("𠮷田", "JT")]
    [InlineData("翠湖置业（上海）有限公司", "CHZYSHYXGS")]
    [InlineData("3D 打印店", "3DDYD")]
    [InlineData("Ａnna 李", "ANNAL")]
    [InlineData("··", "")]
    public void Takes_the_initial_of_each_sign_as_the_name_is_read(string name, string initials) => Assert.Equal(initials, PinyinInitials.Of(name));
}
